import { join } from 'node:path'
import { publish } from '../../src/cli/publish.ts'

/** One publish of a data folder; the code counts as the same every time, so that only the records decide what is rendered. */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: run.ts <data folder>')
const { pages } = await publish({ contentDir: join(folder, 'content'), dataDir: folder, code: 'bench' })
console.log(`published ${pages} pages`)
