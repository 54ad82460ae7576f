import { join } from 'node:path'
import { publish } from '../../src/cli/publish.ts'

/** One publish of a data folder; the code counts as the same every time, so that only the records decide what is rendered. */
const [folder, pagesAlone] = process.argv.slice(2)
if (!folder) throw new Error('usage: run.ts <data folder> [pages-alone]')
const contentDir = join(folder, 'content')
const { pages } = await publish({
  contentDir,
  dataDir: folder,
  code: 'bench',
  ...(pagesAlone && { pagesAlone: true, out: join(folder, 'pages-alone') }),
})
console.log(`published ${pages} pages`)
