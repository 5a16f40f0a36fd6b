import { expect, test } from 'vitest'
import type { Entry } from './queue.ts'
import { sendEntry } from './send-entry.ts'

const entry: Entry = {
  op: '0199-op',
  sequence: 1,
  action: '/s/waterlelie/boards/1/successes',
  fields: [
    ['text', 'Zonder hulp!'],
    ['owners[]', 'a'],
    ['owners[]', 'b'],
  ],
  editedAt: 0,
  view: 'phone',
  text: '',
  adds: true,
  place: '',
}

const answer =
  (status: number, type: string, body = '') =>
  async () =>
    new Response(status === 204 ? null : body, { status, headers: { 'content-type': type } })

test('the form is sent whole, with its operation id and its age', async () => {
  let sent: Request | undefined
  await sendEntry(entry, 1234.6, async (address, init) => {
    sent = new Request(new URL(String(address), 'http://school.example'), init)
    return new Response(null, { status: 204 })
  })
  expect(await sent?.text()).toBe('text=Zonder+hulp%21&owners%5B%5D=a&owners%5B%5D=b&_op=0199-op&_age=1235')
  expect(sent?.headers.get('x-view')).toBe('phone')
  expect(sent?.headers.get('accept')).toContain('text/vnd.turbo-stream.html')
})

test('only the server’s own yes counts as done', async () => {
  const stream = 'text/vnd.turbo-stream.html; charset=utf-8'
  expect(await sendEntry(entry, 0, answer(200, stream, '<turbo-stream>'))).toEqual({
    kind: 'done',
    html: '<turbo-stream>',
  })
  expect(await sendEntry(entry, 0, answer(204, ''))).toEqual({ kind: 'done', html: '' })
  // A hotspot's page, a proxy's page, a cut line.
  expect(await sendEntry(entry, 0, answer(200, 'text/html', '<h1>Welcome to our wifi</h1>'))).toEqual({
    kind: 'unreachable',
  })
  expect(await sendEntry(entry, 0, answer(404, 'text/html'))).toEqual({ kind: 'unreachable' })
  expect(await sendEntry(entry, 0, () => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
    kind: 'unreachable',
  })
})

test('a redirect to a page of ours is a yes, one to the door means signed out', async () => {
  const redirected = (url: string) => async () => {
    const response = new Response('<html>', { headers: { 'content-type': 'text/html' } })
    return Object.defineProperties(response, { redirected: { value: true }, url: { value: url } })
  }
  const to = 'https://school.example/s/waterlelie/boards/1'
  expect(await sendEntry(entry, 0, redirected(to))).toEqual({ kind: 'done', html: '', to })
  const door = 'https://school.example/sign-in?to=%2Fs'
  expect(await sendEntry(entry, 0, redirected(door))).toEqual({ kind: 'signed-out' })
})

test('a refusal brings the server’s words; a fault of the server is tried again', async () => {
  const problem = (status: number, more: object) => answer(status, 'application/problem+json', JSON.stringify(more))
  expect(await sendEntry(entry, 0, problem(422, { detail: 'x', errors: { text: 'Vul in.', due: 'Later.' } }))).toEqual({
    kind: 'refused',
    words: 'Vul in. Later.',
  })
  expect(await sendEntry(entry, 0, problem(409, { title: 't', detail: 'De sessie is al gesloten.' }))).toEqual({
    kind: 'refused',
    words: 'De sessie is al gesloten.',
  })
  expect(await sendEntry(entry, 0, problem(401, {}))).toEqual({ kind: 'signed-out' })
  for (const status of [429, 500, 503])
    expect(await sendEntry(entry, 0, problem(status, {}))).toEqual({ kind: 'unreachable' })
})
