;; Emacs with lsp-mode 8 or newer: in init.el.
(require 'lsp-mode)
(add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))
(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection '("aide-memoire" "lsp" "--stdio"))
                  :major-modes '(markdown-mode gfm-mode text-mode rst-mode latex-mode org-mode html-mode adoc-mode yaml-mode)
                  :initialization-options '(:aideMemoire (:checks (:weekday "hint")))
                  :add-on? t
                  :server-id 'aide-memoire))
(dolist (hook '(markdown-mode-hook text-mode-hook yaml-mode-hook))
  (add-hook hook #'lsp-deferred))
