import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Digest } from '../../src/core/model/digest.ts'
import { LANGS } from '../../src/core/model/lang.ts'
import { addDays, composeDigest, composeDigests, startOf } from '../../src/core/publish/digest.ts'
import { buildDigestMail } from '../../src/core/publish/digest-mail.ts'
import { buildDigestEditions, checkEqualFigures } from '../../src/core/publish/digest-view.ts'
import { openFixture, TRANSLATORS } from './corpus.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DAY = '2026-08-10'
let fixture: Awaited<ReturnType<typeof openFixture>>
let digest: Digest
beforeAll(async () => {
  fixture = await openFixture()
  digest = composeDigest('day', DAY, fixture.corpus, TRANSLATORS)
})
afterAll(() => fixture.remove())

const editions = () => buildDigestEditions(digest, fixture.corpus, TRANSLATORS)

describe('periods', () => {
  it('weeks start on Monday, also across years', () => {
    expect(startOf('2026-11-22', 'week')).toBe('2026-11-16')
    expect(startOf('2026-11-16', 'week')).toBe('2026-11-16')
    expect(startOf('2027-01-01', 'week')).toBe('2026-12-28')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })
})

describe('a digest', () => {
  it('holds every finding of its day once, by topmost topic in the order of the registry', () => {
    const ids = digest.sections.flatMap(({ findingIds }) => findingIds)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.sort()).toEqual(fixture.corpus.findings.map(({ id }) => id).sort())
    const order = [...fixture.corpus.registry.topics.map(({ id }) => id), 'other']
    const places = digest.sections.map(({ topicId }) => order.indexOf(topicId))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(digest.heading).toEqual({
      en: 'Daily digest, 10 August 2026',
      'zh-Hans': '每日简报：2026年8月10日',
      'zh-Hant': '每日摘要：2026年8月10日',
    })
  })

  it('is composed for each day and week with records, and a stored one is kept as it was', () => {
    expect(composeDigests(fixture.corpus, TRANSLATORS).map(({ id }) => id)).toEqual([
      'week-2026-08-10',
      'day-2026-08-10',
    ])
    const frozen = { ...digest, sections: digest.sections.slice(0, 1) }
    const again = composeDigests({ ...fixture.corpus, digests: [frozen] }, TRANSLATORS)
    expect(again.find(({ id }) => id === digest.id)).toEqual(frozen)
  })

  it('tells each edition the same findings and figures', () => {
    const views = editions()
    const shown = LANGS.map((lang) =>
      views[lang].sections.flatMap(({ lines }) =>
        lines.map(({ findingId, figure }) => ({ findingId, figure })),
      ),
    )
    expect(shown[0]!.length).toBeGreaterThan(10)
    expect(shown[1]).toEqual(shown[0])
    expect(shown[2]).toEqual(shown[0])
    const line = views['zh-Hant'].sections
      .flatMap(({ lines }) => lines)
      .find(({ findingId }) => findingId === 'f-blackmail-claude-opus-4')!
    expect(line.title).toBe('Claude Opus 4：勒索率 96%')
    expect(line.outlets).toContain('5')
  })

  it('stops the build when an edition prints another figure, naming it', () => {
    const views = editions()
    const line = views['zh-Hans'].sections[0]!.lines[0]!
    line.phrase = line.phrase.replace(/\d+/, '7777')
    expect(() => checkEqualFigures(digest.id, views)).toThrow(
      new RegExp(
        `digest day-2026-08-10: the zh-Hans edition prints ${line.findingId}: .*7777.* where en prints`,
      ),
    )
  })

  it('survives records that are gone', () => {
    const gone = {
      ...digest,
      sections: [{ topicId: 'no-such-topic', findingIds: ['no-such-finding'] }],
      articleIds: ['no'],
    }
    expect(buildDigestEditions(gone, fixture.corpus, TRANSLATORS).en.sections).toEqual([])
  })
})

describe('the mail', () => {
  it('has the same lines in HTML and in plain text, and asks nothing of anybody', () => {
    for (const lang of LANGS) {
      const view = editions()[lang]
      const { html, text, subject } = buildDigestMail(
        view,
        `https://redline.example/${lang.toLowerCase()}/`,
        TRANSLATORS[lang],
      )
      const $ = load(html)
      const links = $('a')
        .toArray()
        .map((node) => node.attribs['href']!)
      for (const line of view.sections.flatMap(({ lines }) => lines)) {
        expect(links).toContain(`https://redline.example/${lang.toLowerCase()}/${line.path}`)
        expect(text).toContain(`/${line.path}`)
      }
      expect($('html').attr('lang')).toBe(lang)
      expect($('img, script, link, iframe, style').length).toBe(0)
      expect(links.every((href) => href.startsWith('https://redline.example/'))).toBe(true)
      expect(subject).not.toMatch(/[\r\n]/)
      expect(Buffer.byteLength(html)).toBeLessThan(100 * 1024)
    }
  })

  it('lets no title out of its element', () => {
    const view = editions().en
    view.sections[0]!.lines[0]!.title = '</td><script>alert(1)</script>\r\nBcc: x@y.example'
    view.heading = 'Digest\r\nBcc: x@y.example'
    const { html, subject } = buildDigestMail(view, 'https://redline.example/en/', TRANSLATORS.en)
    expect(load(html)('script').length).toBe(0)
    expect(subject).toBe('Redline · Digest Bcc: x@y.example')
  })
})

describe('redline digest', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, ['bin/redline.mjs', 'digest', '--data', fixture.folder, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    })

  it('writes six files and stores the digest of a past day', async () => {
    const { stdout } = await run(['--day', DAY])
    expect(stdout).toContain('day-2026-08-10: ')
    const files = readdirSync(join(fixture.folder, 'digests')).sort()
    expect(files).toEqual(
      LANGS.flatMap((lang) => [`${digest.id}.${lang}.html`, `${digest.id}.${lang}.txt`]).sort(),
    )
    const stored = join(fixture.folder, 'content/digests', `${digest.id}.json`)
    expect(JSON.parse(readFileSync(stored, 'utf8'))).toEqual(digest)
    rmSync(stored)
  })

  it('says what to do when there is nothing to tell, or no mail server', async () => {
    await expect(run(['--day', '1999-01-01'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing entered the ledger between 1999-01-01 and 1999-01-01'),
    })
    await expect(run(['--day', DAY, '--send', 'en'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--send needs smtpUrl, mailFrom and mailTo'),
    })
    await expect(run(['--period', 'month'])).rejects.toMatchObject({ code: 2 })
  })

  it('sends by SMTP where configured', async () => {
    const { server, port, mails } = await startMailServer()
    try {
      await run(['--day', DAY, '--send', 'zh-Hant'], {
        REDLINE_SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
        REDLINE_MAIL_FROM: 'digest@redline.example',
        REDLINE_MAIL_TO: 'a@reader.example,b@reader.example',
      })
      expect(mails).toHaveLength(1)
      expect(mails[0]!.to).toEqual(['digest@redline.example', 'a@reader.example', 'b@reader.example'])
      expect(mails[0]!.data).toContain('Message-ID: <day-2026-08-10.zh-Hant@')
      expect(mails[0]!.data).toContain('multipart/alternative')
      expect(mails[0]!.data).not.toContain('a@reader.example')
    } finally {
      server.close()
    }
    expect(existsSync(join(fixture.folder, 'digests'))).toBe(true)
  })
})

interface Mail {
  to: string[]
  data: string
}

/** As much of an SMTP server as one delivery needs. */
async function startMailServer(): Promise<{ server: Server; port: number; mails: Mail[] }> {
  const mails: Mail[] = []
  const server = createServer((socket) => {
    let buffer = ''
    let to: string[] = []
    let isData = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      buffer += chunk.toString()
      for (let end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0; ) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + (isData ? 5 : 2))
        if (isData) {
          mails.push({ to, data: line })
          to = []
          isData = false
          socket.write('250 taken\r\n')
        } else if (/^RCPT/i.test(line)) {
          to.push(/<(.*)>/.exec(line)![1]!)
          socket.write('250 ok\r\n')
        } else if (/^DATA/i.test(line)) {
          isData = true
          socket.write('354 go\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
        end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as { port: number }).port, mails }
}
