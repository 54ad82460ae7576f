import { hash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of a text as UTF-8. */
export const sha256 = (text: string) => hash('sha256', text, 'hex')

/** A record id from what makes the record: the first 16 hexadecimal digits of the SHA-256 of the parts. */
export const buildId = (...parts: string[]) => sha256(parts.join('\n')).slice(0, 16)
