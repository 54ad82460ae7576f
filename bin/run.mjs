// Runs one of the project's tools (`run.mjs vitest run`) or scripts (`run.mjs bench/extract.ts`) after set-up.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureModules, ensureNode, root, run } from './setup.mjs'

/** A tool's own JavaScript file, so that it runs under our Node rather than the one its shebang finds. */
function toolPath(tool) {
  const manifests = { biome: '@biomejs/biome' }
  const directory = join(root, 'node_modules', manifests[tool] ?? tool)
  const { bin } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  return join(directory, typeof bin === 'string' ? bin : bin[tool])
}

const [target, ...args] = process.argv.slice(2)
ensureNode()
ensureModules()
const script = join(root, target)
await run([existsSync(script) ? script : toolPath(target), ...args], {
  cwd: dirname(join(root, 'package.json')),
})
