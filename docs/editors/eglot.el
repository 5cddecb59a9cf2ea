;; Emacs with eglot (part of Emacs from 29 on, else from GNU ELPA): in init.el.
(require 'eglot)
(add-to-list 'eglot-server-programs
             '((markdown-mode text-mode rst-mode latex-mode tex-mode org-mode html-mode adoc-mode yaml-mode)
               . ("aide-memoire" "lsp" "--stdio")))
(dolist (hook '(markdown-mode-hook text-mode-hook yaml-mode-hook))
  (add-hook hook #'eglot-ensure))
(setq-default eglot-workspace-configuration
              '(:aideMemoire (:checks (:weekday "hint"))))
