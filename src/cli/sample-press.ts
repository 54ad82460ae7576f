import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SamplePress } from '../../scrapers/sample/server.ts'
import type { Output } from './output.ts'

/** Addresses are part of article ids, so the press has the same ports each time when it can. */
const SAMPLE_PORT = 4800

/** An empty file in a data folder that holds articles of a press that has revised: it does not take its revisions back. */
const REVISED = 'press-revised'

export const isPressRevised = (dataDir: string) => existsSync(join(dataDir, REVISED))

/** The bundled press as a data folder last met it. Imported on use: a live collect never loads it. */
export async function startPress(output: Output, dataDir: string): Promise<SamplePress> {
  const { startSamplePress } = await import('../../scrapers/sample/server.ts')
  const press = await startSamplePress({ port: SAMPLE_PORT }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    output.fail(
      'port-in-use',
      { port: SAMPLE_PORT },
      `ports from ${SAMPLE_PORT} are in use: the sample press takes others, so its articles get other ids`,
    )
    return startSamplePress()
  })
  if (isPressRevised(dataDir)) press.revise()
  return press
}

/** Lets the press publish its revisions, for this data folder once and for all. */
export function revisePress(press: Pick<SamplePress, 'revise'>, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, REVISED), '')
  press.revise()
}
