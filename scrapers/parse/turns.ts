import type { Block } from '../../src/core/extract/document.ts'

const TURN = /^([\p{L}\d·.《》“”「」 ]{1,30})[:：]/u

/** An interview is told in turns: at least two speakers who each begin three blocks or more. */
export function isInterview(text: string, blocks: Block[]): boolean {
  const turns = new Map<string, number>()
  for (const block of blocks) {
    const speaker = TURN.exec(text.slice(block.start, Math.min(block.end, block.start + 40)))?.[1]?.trim()
    if (speaker) turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
  }
  return [...turns.values()].filter((count) => count >= 3).length >= 2
}
