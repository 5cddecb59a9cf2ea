-- Neovim 0.11 or newer: in init.lua, or all but the last line as lsp/aide-memoire.lua in the configuration's folder.
vim.lsp.config("aide-memoire", {
  cmd = { "aide-memoire", "lsp", "--stdio" },
  filetypes = { "markdown", "text", "tex", "rst", "asciidoc", "org", "html", "quarto", "rmd", "yaml" },
  root_markers = { "knowledge", ".aide-memoire.yaml", ".git" },
  settings = { aideMemoire = { checks = { weekday = "hint" } } },
})
vim.lsp.enable("aide-memoire")
