import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/**
 * A package that most documents do not need, loaded when it is first asked for: the very module that `import` of that name
 * gives, so that nothing is loaded twice.
 */
export function lazily<Module>(name: string): () => Module {
  let loaded: Module | undefined
  return () => {
    loaded ??= require(fileURLToPath(import.meta.resolve(name))) as Module
    return loaded
  }
}
