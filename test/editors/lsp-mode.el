;; Runs inside Emacs, on the draft $DRAFT, and writes what its user would see into the file $SEEN.
(require 'json)
(require 'cl-lib)

(defun wait-for (condition)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))))

(defun go-to (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (1+ (match-beginning 0))))

(defun found () (apply #'append (hash-table-values (lsp-diagnostics))))

(defun words-of (one)
  (let* ((range (lsp:diagnostic-range one))
         (start (lsp--position-to-point (lsp:range-start range)))
         (end (lsp--position-to-point (lsp:range-end range))))
    (buffer-substring-no-properties start end)))

(defun errors () (cl-count-if (lambda (one) (eq (lsp:diagnostic-severity? one) 1)) (found)))

(setq lsp-auto-guess-root t) ; who is not there cannot be asked for the folder
(find-file (getenv "DRAFT"))
(lsp-workspace-folders-add (file-name-directory (getenv "DRAFT")))
(lsp)
(wait-for (lambda () (cl-some (lambda (one) (eq (lsp:diagnostic-severity? one) 4)) (found))))

(let ((findings (mapcar (lambda (one)
                          `((words . ,(words-of one))
                            (message . ,(lsp:diagnostic-message one))
                            (severity . ,(lsp:diagnostic-severity? one))))
                        (found)))
      card fixes)
  (go-to (getenv "ACTOR"))
  (setq card (lsp--render-on-hover-content
              (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params))) t))
  (go-to (getenv "WRONG"))
  (let ((actions (append (lsp-code-actions-at-point) nil)))
    (setq fixes (mapcar #'lsp:code-action-title actions))
    (lsp-execute-code-action
     (cl-find-if (lambda (one) (string-search (getenv "RIGHT") (lsp:code-action-title one))) actions)))
  (save-buffer)
  (wait-for (lambda () (= (errors) 0)))
  (let ((seen `((findings . ,(vconcat findings))
                (card . ,(substring-no-properties card))
                (fixes . ,(vconcat fixes))
                (text . ,(buffer-substring-no-properties (point-min) (point-max)))
                (left . ,(errors)))))
    (with-temp-file (getenv "SEEN") (insert (json-encode seen)))))
(kill-emacs)
