import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendEdit } from './send-edit.ts'

let server: Server
let address: string
let answer = { status: 200, type: 'application/json', body: '' }

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on a port of the machine, so its address is no path.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/edits`
})
afterAll(() => void server.close())

const send = (status: number, type: string, body: unknown) => {
  answer = { status, type, body: typeof body === 'string' ? body : JSON.stringify(body) }
  return sendEdit(address, '1', { update: new Uint8Array([0, 0]), vector: new Uint8Array([0]) })
}
const problem = 'application/problem+json'

it('tells what the server said from nobody reached', async () => {
  const done = { edits: 3, vector: 'AA==', update: 'AAA=' }
  expect(await send(200, 'application/json', done)).toEqual({
    kind: 'done',
    edits: 3,
    vector: new Uint8Array([0]),
    update: new Uint8Array([0, 0]),
  })
  expect(await send(422, problem, { title: 'Nee', detail: 'Te lang.' })).toEqual({ kind: 'refused', words: 'Te lang.' })
  const closed = { detail: 'Al gegeven.', errors: { closed: 'Al gegeven.' } }
  expect(await send(422, problem, closed)).toEqual({ kind: 'closed', words: 'Al gegeven.' })
  expect(await send(401, problem, {})).toEqual({ kind: 'signed-out' })
  // Somebody who left the team or the school, with the page still open.
  for (const status of [403, 404]) expect(await send(status, problem, {})).toEqual({ kind: 'gone' })
  for (const status of [408, 429, 500, 503]) expect(await send(status, problem, {})).toEqual({ kind: 'unreachable' })
  // A gate of a hotel or a train.
  expect(await send(200, 'text/html', '<h1>Welkom in de trein</h1>')).toEqual({ kind: 'unreachable' })
})
