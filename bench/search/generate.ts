import { makeDocuments } from './documents.ts'
import { type StageResult, usage } from './stage.ts'

/** Making the documents alone, to be subtracted from the engines' times. */
export async function run(count: number): Promise<StageResult> {
  const before = process.cpuUsage()
  let characters = 0
  for (const { body } of makeDocuments(count)) characters += body.length
  return { ...usage(before), indexMb: characters / 1e6, queryMsP50: Number.NaN, queryMsP95: Number.NaN }
}
