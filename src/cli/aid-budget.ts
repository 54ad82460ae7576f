import { existsSync, readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { writeAtomically } from '../store/atomic.ts'

/** What may be spent on a language model in a day (UTC). What was spent outlives the process. */
export interface Budget {
  /** Sets tokens aside before they are spent; false when that is more than is left today. */
  reserve(tokens: number): Promise<boolean>
  /** Puts what was spent in the place of what was set aside. */
  settle(reserved: number, spent: number): Promise<void>
  readonly left: number
}

const ledgerSchema = z.strictObject({ day: z.string(), tokens: z.number().min(0) })

/** Opens the ledger of a data folder. A damaged one throws: it is not known what was spent. */
export function openBudget(file: string, dailyTokens: number, now: () => Date): Budget {
  let { day, tokens } = readLedger(file, now)
  const today = () => now().toISOString().slice(0, 10)
  const turn = () => {
    // A clock that is set back gives nothing back, and one that was ahead does not end the aid for as long.
    if (today() !== day) [day, tokens] = [today(), today() > day ? 0 : tokens]
  }
  const save = () => writeAtomically(file, `${JSON.stringify({ day, tokens })}\n`)
  return {
    async reserve(wanted) {
      turn()
      if (tokens + wanted > dailyTokens) return false
      tokens += wanted
      await save()
      return true
    },
    async settle(reserved, spent) {
      tokens = Math.max(0, tokens - reserved + spent)
      await save()
    },
    get left() {
      turn()
      return Math.max(0, dailyTokens - tokens)
    },
  }
}

function readLedger(file: string, now: () => Date): z.infer<typeof ledgerSchema> {
  if (!existsSync(file)) return { day: now().toISOString().slice(0, 10), tokens: 0 }
  try {
    return ledgerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(
      `${file}: expected {"day": "2026-11-21", "tokens": 0}; mend it, or delete it to begin the day anew`,
      { cause },
    )
  }
}
