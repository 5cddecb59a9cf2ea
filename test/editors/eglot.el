;; Runs inside Emacs, on the draft $DRAFT, and writes what its user would see into the file $SEEN.
(require 'json)
(require 'cl-lib)
(require 'flymake)

(defun wait-for (condition)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))))

(defun go-to (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (1+ (match-beginning 0))))

(defun findings ()
  (mapcar (lambda (one)
            `((words . ,(buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
              (message . ,(flymake-diagnostic-text one))
              (severity . ,(symbol-name (flymake-diagnostic-type one)))))
          (flymake-diagnostics)))

(find-file (getenv "DRAFT"))
(run-hooks 'post-command-hook) ; where eglot-ensure waits for the user's next move
(wait-for (lambda () (eglot-managed-p)))
(flymake-start)
(wait-for #'flymake-diagnostics)
(wait-for (lambda () (cl-some (lambda (one) (equal (alist-get 'severity one) "eglot-note")) (findings))))
(setq seen-findings (vconcat (findings)))

(setq seen-card nil)
(go-to (getenv "ACTOR"))
(eglot-hover-eldoc-function (lambda (card &rest _) (setq seen-card (substring-no-properties card))))
(wait-for (lambda () seen-card))

(setq seen-fixes nil)
(setq last-nonmenu-event ?x) ; a key, or else a menu would pop up
(go-to (getenv "WRONG"))
(cl-letf (((symbol-function 'completing-read)
           (lambda (_prompt choices &rest _)
             (setq seen-fixes (mapcar (lambda (each) (if (consp each) (car each) each)) choices))
             (cl-find-if (lambda (title) (string-search (getenv "RIGHT") title)) seen-fixes))))
  (eglot-code-actions (point) (1+ (point)) nil t))
(wait-for (lambda () (not (string-search (getenv "WRONG") (buffer-string)))))
(save-buffer) ; what else is sent when Emacs is idle, which it never is here
(wait-for (lambda () (not (cl-some (lambda (one) (equal (alist-get 'severity one) "eglot-error")) (findings)))))

(let ((seen `((findings . ,seen-findings)
              (card . ,seen-card)
              (fixes . ,(vconcat seen-fixes))
              (text . ,(buffer-substring-no-properties (point-min) (point-max)))
              (left . ,(cl-count-if (lambda (one) (equal (alist-get 'severity one) "eglot-error")) (findings))))))
  (with-temp-file (getenv "SEEN") (insert (json-encode seen))))
(set-buffer-modified-p nil)
(kill-emacs)
