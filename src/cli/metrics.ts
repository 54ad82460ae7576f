import { createServer, type Server } from 'node:http'
import { writeAtomically } from '../store/atomic.ts'
import type { Status } from './status.ts'

/** Status as Prometheus text (version 0.0.4): names end in their unit, times are seconds since the epoch. */
export function formatMetrics({ counts, lastRun, alarms, parked, bytes }: Status): string {
  const families: [name: string, help: string, samples: [labels: string, value: number][]][] = [
    ['redline_records', 'Records of each noun.', label('noun', counts)],
    ['redline_folder_bytes', 'Bytes below each folder.', label('folder', bytes)],
    ['redline_sources_alarming', 'Sources that need attention.', [['', alarms.length]]],
    [
      'redline_sources_paused',
      'Sources no longer asked.',
      [['', alarms.filter(({ isPaused }) => isPaused).length]],
    ],
    ['redline_jobs_parked', 'Jobs that failed at every try.', parked === undefined ? [] : [['', parked]]],
    ['redline_source_alarm', 'Sources that need attention, by reason.', countAlarms(alarms)],
    [
      'redline_last_run_timestamp_seconds',
      'When the last run ended.',
      lastRun ? [['', Date.parse(lastRun.finishedAt) / 1000]] : [],
    ],
    [
      'redline_last_run_seconds',
      'How long the last run took.',
      lastRun ? [['', (Date.parse(lastRun.finishedAt) - Date.parse(lastRun.startedAt)) / 1000]] : [],
    ],
    ['redline_last_run_count', 'Counts of the last run.', lastRun ? label('count', lastRun.counts) : []],
  ]
  return families
    .filter(([, , samples]) => samples.length > 0)
    .map(([name, help, samples]) =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} gauge`,
        ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
        '',
      ].join('\n'),
    )
    .join('')
}

const label = (name: string, values: Record<string, number>): [string, number][] =>
  Object.entries(values).map(([key, value]) => [`{${name}="${key}"}`, value])

function countAlarms(alarms: Status['alarms']): [string, number][] {
  const counts: Record<string, number> = {}
  for (const { code } of alarms) counts[code] = (counts[code] ?? 0) + 1
  return label('code', counts)
}

/** Writes metrics whole or not at all, as node_exporter's textfile collector wants them. */
export const writeMetrics = (file: string, status: Status) => writeAtomically(file, formatMetrics(status))

/** Serves metrics on loopback at `/metrics`, read anew for each request. */
export function serveMetrics(port: number, readStatus: () => Promise<Status>): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end('metrics are at /metrics\n')
    try {
      const text = formatMetrics(await readStatus())
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)
    } catch (error) {
      response.writeHead(500).end(`${(error as Error).message}\n`)
    }
    return undefined
  })
  return new Promise((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => done(server))
  })
}
