import { openMemoryQueue } from '../../src/queue/memory.ts'
import { describeQueue } from '../contract/queue.ts'

describeQueue('memory', async () => async (options) => openMemoryQueue(options))
