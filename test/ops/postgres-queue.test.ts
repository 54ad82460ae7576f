import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgresQueue } from '../../src/queue/postgres.ts'
import { describeQueue } from '../contract/queue.ts'
import { type PostgresServer, reasonToSkip, startPostgres } from './postgres-server.ts'

describe.skipIf(reasonToSkip())('PostgreSQL', () => {
  let server: PostgresServer
  let databases = 0
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  describeQueue('postgres', async () => {
    const name = `queue_${++databases}`
    const client = new Client(server.url)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return (options) => openPostgresQueue(server.url.replace(/postgres$/, name), options)
  })
})
