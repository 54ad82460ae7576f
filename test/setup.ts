import { Agent, setGlobalDispatcher } from 'undici'

/** No test may leave this machine: a fetch to anything but loopback is rejected with the address named. */
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]|::1)$/
const realFetch = globalThis.fetch
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input))
  if (LOOPBACK.test(url.hostname)) return realFetch(input, init)
  return Promise.reject(new Error(`a test tried to reach ${url.host}; only loopback is allowed`))
}
setGlobalDispatcher(new Agent({ connect: { timeout: 5_000 } }))
