-- Neovim 0.7 to 0.10: in init.lua.
local clients = {}

local function start(event)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ":p:h")
  local knowledge = vim.fn.finddir("knowledge", vim.fn.fnameescape(folder) .. ";")
  local config = {
    name = "aide-memoire",
    cmd = { "aide-memoire", "lsp", "--stdio" },
    root_dir = knowledge ~= "" and vim.fn.fnamemodify(knowledge, ":p:h:h") or folder,
    init_options = { aideMemoire = { checks = { weekday = "hint" } } },
  }
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = event.buf }) end
  local root = config.root_dir -- Neovim 0.7 leaves it to us to start one server only for a folder.
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(event.buf, clients[root])
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "text", "tex", "plaintex", "rst", "asciidoc", "org", "html", "quarto", "rmd", "yaml" },
  callback = start,
})
vim.keymap.set("n", "K", vim.lsp.buf.hover)
vim.keymap.set("n", "<leader>a", vim.lsp.buf.code_action)
vim.keymap.set("n", "gd", vim.lsp.buf.definition)
