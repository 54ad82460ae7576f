import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countParked } from '../../src/queue/parked.ts'
import { openPostgresQueue } from '../../src/queue/postgres.ts'
import type { QueueOptions } from '../../src/queue/queue.ts'
import { describeQueue } from '../contract/queue.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'

describe.skipIf(reasonToSkip())('PostgreSQL', () => {
  let server: PostgresServer
  let databases = 0
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const urlOf = (at: number) => server.url.replace(/postgres$/, `queue_${at}`)
  const open = async () => {
    const name = `queue_${++databases}`
    const client = new Client(server.url)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return (options: QueueOptions) => openPostgresQueue(urlOf(databases), options)
  }
  describeQueue('postgres', open, () => countParked(urlOf(databases)))

  it('has nothing parked where no queue was ever used', async () => {
    await open()
    expect(await countParked(urlOf(databases))).toBe(0)
  })
})
