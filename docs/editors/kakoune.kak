# Kakoune with kakoune-lsp 18 or newer: in kakrc, behind the line that starts kakoune-lsp (eval %sh{kak-lsp}).
hook global BufSetOption filetype=(?:markdown|restructuredtext|asciidoc|latex|html|yaml) %{
    set-option -add buffer lsp_servers %{
        [aide-memoire]
        root_globs = ["knowledge", ".aide-memoire.yaml", ".git"]
        command = "aide-memoire"
        args = ["lsp", "--stdio"]
        [aide-memoire.settings.aideMemoire]
        checks.weekday = "hint"
    }
}
hook global WinSetOption filetype=(?:markdown|restructuredtext|asciidoc|latex|html|yaml) lsp-enable-window
