import { workerData } from 'node:worker_threads'
import { joinWork, type SharedWork } from './site-threads.ts'

joinWork(workerData as SharedWork)
