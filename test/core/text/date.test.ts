import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateSchema } from '../../../src/core/model/id.ts'
import { parseDate } from '../../../src/core/text/date.ts'
import { noteDate } from '../../../src/core/text/date-note.ts'

const now = new Date('2026-11-21T22:00:00Z')

/** X9 of the fault list: garbage, 年月日, 民國, two-digit years, no zone. */
describe('parseDate', () => {
  it.each([
    ['2026-08-03', '2026-08-03'],
    ['2026-08', '2026-08'],
    ['2026', '2026'],
    ['2026-08-03T10:00:00Z', '2026-08-03T10:00:00Z'],
    ['2026-08-03T10:00:00.123+08:00', '2026-08-03T10:00:00+08:00'],
    ['2026-08-03 10:00', '2026-08-03T10:00'],
    ['20260803', '2026-08-03'],
    ['2026/11/3 14:05', '2026-11-03T14:05'],
    ['2026.11.3', '2026-11-03'],
    ['Tue, 04 Aug 2026 00:00:00 +0000', '2026-08-04T00:00:00Z'],
    ['Mon, 02 Jan 06 15:04:05 MST', '2006-01-02T15:04:05-07:00'],
    ['Thu, 29 Oct 2020 07:36:03 GMT-07:00', '2020-10-29T07:36:03-07:00'],
    ['Friday, December 22, 2017 - 3:09pm', '2017-12-22T15:09'],
    ['Mon, 16th Nov 2020 13:16:28 GMT', '2020-11-16T13:16:28Z'],
    ['Do, 29 Mär 2018 00:00:00 +0200', '2018-03-29T00:00:00+02:00'],
    ['June 2025', '2025-06'],
    ['30.10.23', '2023-10-30'],
    ['1520932969', '2018-03-13T09:22:49Z'],
    ['2026年8月3日', '2026-08-03'],
    ['2026年8月', '2026-08'],
    ['２０２６年８月３日', '2026-08-03'],
    ['二〇二六年八月三日', '2026-08-03'],
    ['民國115年11月3日', '2026-11-03'],
    ['2019年09月07日 08:05:32', '2019-09-07T08:05:32'],
    ['2024年5月6日 下午3:05', '2024-05-06T15:05'],
    ['2024年3月8日 星期五 10:30 北京时间', '2024-03-08T10:30+08:00'],
  ])('reads %s as %s, no more precisely than it is given', (text, expected) => {
    expect(parseDate(text)).toBe(expected)
  })

  it.each([
    '',
    'garbage',
    'May',
    '12',
    'AI 2027',
    '2026-02-30',
    '2013-xx-27',
    '2026-08-03T25:00:00Z',
    'Sun, 16 zzz 2012 11:47:32 GMT',
    '第三次',
  ])('takes %j for no date', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it.each([
    ['刚刚', '2026-11-22T06:00+08:00'],
    ['3小时前', '2026-11-22T03:00+08:00'],
    ['半小時前', '2026-11-22T05:30+08:00'],
    ['3天前', '2026-11-19'],
    ['两周前', '2026-11-08'],
    ['昨天 10:30', '2026-11-21T10:30+08:00'],
    ['04-16 18:30', '2026-04-16T18:30+08:00'],
    ['12月31日', '2025-12-31'],
    ['2 days ago', '2026-11-20'],
  ])('reads %s from now in the zone of the source', (text, expected) => {
    expect(parseDate(text, { now, timeZone: 'Asia/Shanghai' })).toBe(expected)
    expect(parseDate(text)).toBeUndefined()
  })

  it('puts a time without a zone into the zone of the source, with the offset of that day', () => {
    expect(parseDate('2026-07-01 09:00', { timeZone: 'America/New_York' })).toBe('2026-07-01T09:00-04:00')
    expect(parseDate('2026-12-01 09:00', { timeZone: 'America/New_York' })).toBe('2026-12-01T09:00-05:00')
    expect(parseDate('2026-07-01', { timeZone: 'America/New_York' })).toBe('2026-07-01')
    expect(parseDate('Mon, 1 Jun 2026 09:00 CST', { timeZone: 'Asia/Taipei' })).toBe('2026-06-01T09:00+08:00')
  })

  it('keeps only the year of a date that could be two days', () => {
    expect(parseDate('03/11/2026')).toBe('2026')
    expect(parseDate('03/11/2026', { dayFirst: true })).toBe('2026-11-03')
    expect(parseDate('03/11/2026', { dayFirst: false })).toBe('2026-03-11')
    expect(parseDate('13/11/2026')).toBe('2026-11-13')
    expect(parseDate('Sat, 11 04 2020 08:51:49 +0100')).toBe('2020-04-11T08:51:49+01:00')
  })

  it('gives a date of the schema or nothing, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/:年月日 TZ+前周April,.') })),
        (text) => {
          const date = parseDate(text, { now, timeZone: 'Asia/Taipei' })
          return date === undefined || dateSchema.safeParse(date).success
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

/** X9 and X10 of the fault list: `null + reason`, flagged, first seen. */
describe('noteDate', () => {
  const note = (text: string) => noteDate(parseDate(text, { now, timeZone: 'Asia/Taipei' }), text, now)

  it.each([
    ['soon', 'unreadable'],
    ['2026-02-30', 'unreadable'],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 'too-early'],
    ['01 Jan 70', 'too-early'],
    ['0026-08-03', 'too-early'],
    ['2026-11-24', 'future'],
    ['2099年1月1日', 'future'],
    ['Mon, 02 Jan 06 15:04:05 MST', 'two-digit-year'],
    ['30.10.23', 'two-digit-year'],
    ['200803', 'two-digit-year'],
    ['26年8月3日', 'two-digit-year'],
  ])('flags %s as %s, with the words printed', (asWritten, reason) => {
    expect(note(asWritten)).toEqual({ reason, asWritten })
  })

  it.each([
    '',
    ' \n',
    '2026-11-22T12:00:00Z',
    '2026年8月3日',
    '二〇二六年八月三日',
    '２０２６年８月３日',
    '民國115年11月3日',
    '民國95年6月6日',
    '115年11月3日',
    '1520932969',
    '20260803',
    '26天前',
    '04-26 18:30',
  ])('has nothing to say of %j', (text) => {
    expect(note(text)).toBeUndefined()
  })

  it('takes every year from 1990 to 2069 in two digits for a guess, and in four for none', () => {
    const years = Array.from({ length: 80 }, (_, index) => 1990 + index)
    const after = new Date('2080-01-01T00:00:00Z')
    for (const year of years) {
      const short = `5 May ${String(year).slice(2)}`
      expect(noteDate(parseDate(short), short, after)?.reason, short).toBe('two-digit-year')
      expect(noteDate(`${year}-05-05`, `5 May ${year}`, after)).toBeUndefined()
    }
  })

  it('keeps the first 100 characters, and the date itself where no words are known', () => {
    expect(noteDate(undefined, `${'𠀀'.repeat(120)}`, now)?.asWritten).toBe('𠀀'.repeat(100))
    expect(noteDate('2099-01-01', undefined, now)).toEqual({ reason: 'future', asWritten: '2099-01-01' })
    expect(noteDate('2026-01-01', undefined, now)).toBeUndefined()
  })
})
