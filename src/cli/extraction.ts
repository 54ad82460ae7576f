/** All between the bytes of a file and its figures, for what should answer at once: `loadExtraction` loads it as one file. */
export { extract } from '../core/extract/article.ts'
export { loadMatchers } from '../matchers-quick.ts'
export { printFiles } from './extract-files.ts'
