/** `redline extract *.md | head` closes our output when it has enough: that is no failure of any command. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Writes a line and waits for a full pipe, so that a long list does not pile up in memory. */
export function printLine(line: string): Promise<void> | void {
  if (process.stdout.write(`${line}\n`)) return
  return new Promise((resolve) => process.stdout.once('drain', resolve))
}
