// Loaded before a command: kills its process with -9 when that has put so many files in place.
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { rename } = files
let left = Number(process.env['TEST_KILL_AFTER_FILES'])
files.rename = async (from, to) => {
  await rename(from, to)
  if (--left === 0) process.kill(process.pid, 'SIGKILL')
}
syncBuiltinESMExports()
