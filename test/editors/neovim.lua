-- Runs inside Neovim, on the draft that it was opened with, and writes what its user would see into the file $SEEN.
local seen = {}

local function wait(condition)
  return vim.wait(20000, condition, 50)
end

local function go_to(words)
  vim.fn.cursor(1, 1)
  vim.fn.search("\\V" .. words)
end

wait(function() return #vim.diagnostic.get(0) > 0 end)
seen.findings = vim.tbl_map(function(one)
  local words = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
  return { words = table.concat(words, "\n"), message = one.message, severity = one.severity, code = one.code }
end, vim.diagnostic.get(0))

go_to(vim.env.ACTOR)
vim.lsp.buf.hover()
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then return window end
  end
end
wait(float)
seen.card = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, true), "\n")

seen.fixes = {}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(seen.fixes, title)
    if title:find(vim.env.RIGHT, 1, true) then return choose(item) end
  end
end
go_to(vim.env.WRONG)
vim.lsp.buf.code_action()
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n") end
wait(function() return not text():find(vim.env.WRONG, 1, true) end)
seen.text = text()
wait(function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0 end)
seen.left = #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })

vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd("qall!")
