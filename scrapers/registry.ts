import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineSource, type SourceDefinition, type SourceDraft } from './define.ts'

const SOURCES = join(import.meta.dirname, 'sources')

/** Reads the directory that is the registry: each file's default export, with the file name as the id, in order of id. */
export async function readSources(directory = SOURCES): Promise<SourceDefinition[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.ts')).sort()
  return Promise.all(files.map((file) => readSource(directory, file)))
}

async function readSource(directory: string, file: string): Promise<SourceDefinition> {
  const module: { default?: SourceDraft } = await import(pathToFileURL(join(directory, file)).href)
  if (!module.default?.metadata) {
    throw new Error(
      `scrapers/sources/${file}: expected \`export default feed({ … })\` or another of define.ts`,
    )
  }
  return defineSource(file.slice(0, -'.ts'.length), module.default)
}
