import { z } from 'astro/zod'

/** The three editions, as BCP 47 language tags with script subtags. */
export const LANGS = ['en', 'zh-Hans', 'zh-Hant'] as const
export const langSchema = z.enum(LANGS)
export type Lang = z.infer<typeof langSchema>

/** A name or a sentence of ours in all three languages; none may be empty. */
export const namesSchema = z.strictObject({
  en: z.string().min(1),
  'zh-Hans': z.string().min(1),
  'zh-Hant': z.string().min(1),
})
export type Names = z.infer<typeof namesSchema>
