/** Prints the milliseconds from the start of the process to the first figure, and of CPU time till then; run by bench/extract.ts. */
import { loadExtraction } from '../src/cli/extraction-quick.ts'

const { extract, loadMatchers } = await loadExtraction()
const { figures } = extract({ text: '勒索率高达96%。' }, loadMatchers())
if (figures.length !== 1) throw new Error(`expected one figure, got ${figures.length}`)
const { user, system } = process.cpuUsage()
const end = process.uptime()
// `performance` is loaded when it is first asked, which is no part of a command.
const elapsed = performance.now() - (process.uptime() - end) * 1000
console.log(elapsed, (user + system) / 1000)
