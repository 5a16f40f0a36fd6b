/// <reference lib="webworker" />
/**
 * Keeps the looks and one page on the device, so that without a connection a person sees what waits instead of the
 * browser's dinosaur. It never keeps a page of a school: those are nobody's but who is signed in.
 */
declare const BUILT_ASSETS: readonly string[]
// In a service worker this is what `self` is; the DOM's types say otherwise.
const worker = self as unknown as ServiceWorkerGlobalScope

const offlinePage = '/offline'
const assets = BUILT_ASSETS.map((name) => `/assets/${name}`)
const cacheName = `kantelpunt ${assets.join(' ')}`

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()))
})

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([...assets, new Request(offlinePage, { credentials: 'omit' })])
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()))
})

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('kantelpunt ') && name !== cacheName).map((name) => caches.delete(name)),
  )
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(offlinePage)))
  else if (assets.includes(pathname)) event.respondWith(kept(pathname).catch(() => fetch(request)))
})

async function kept(path: string): Promise<Response> {
  const response = await caches.match(path)
  if (response === undefined) throw new TypeError(`Not kept: ${path}`)
  return response
}
