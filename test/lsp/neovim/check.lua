-- Run in the window of a file with a finding: waits for the diagnostics, applies the code action whose title begins
-- with vim.g.wanted_title, saves all, and prints what it saw as one line of JSON.
local seen = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }

local function finish()
  io.stdout:write('\n' .. vim.fn.json_encode(seen) .. '\n')
  vim.cmd('qall!')
end

local function wait_for(what, is_done)
  if vim.wait(30000, is_done, 20) then return end
  seen.failed = what
  finish()
end

wait_for('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
seen.diagnostics = vim.tbl_map(function(each)
  return { line = each.lnum, column = each.col, source = each.source, message = each.message }
end, vim.diagnostic.get(0))

vim.ui.select = function(items, _, on_choice)
  seen.actions = vim.tbl_map(function(item) return (item.action or item[2]).title end, items)
  for _, item in ipairs(items) do
    if vim.startswith((item.action or item[2]).title, vim.g.wanted_title) then return on_choice(item, 1) end
  end
  on_choice(nil, nil)
end

local target
for _, each in ipairs(vim.diagnostic.get(0)) do
  if each.message:find("^'us%-east%-1'") then target = each end
end
vim.api.nvim_win_set_cursor(0, { target.lnum + 1, target.col + 1 })
local buffer = vim.api.nvim_get_current_buf()
local before = vim.api.nvim_buf_get_changedtick(buffer)
vim.lsp.buf.code_action()
wait_for('the edit', function() return vim.api.nvim_buf_get_changedtick(buffer) ~= before end)
wait_for('its end', function()
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.message:find("^'us%-east%-1'") then return false end
  end
  return true
end)
vim.cmd('silent! wall')
finish()
