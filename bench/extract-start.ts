/** Prints the milliseconds from the start of the process to the first figure; run by bench/extract.ts. */
import { buildMatchers, extract } from '../src/core/extract/article.ts'
import { loadRegistry } from '../src/registry-quick.ts'

const { figures } = extract({ text: '勒索率高达96%。' }, buildMatchers(loadRegistry()))
if (figures.length !== 1) throw new Error(`expected one figure, got ${figures.length}`)
console.log(performance.now())
