import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { personas } from '../../app/platform/identity/demo-people.ts'
import { type RunningServer, type ServerWanted, startServer } from './server.ts'

export interface CrashResult {
  readonly acknowledged: number
  readonly unanswered: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

interface Written {
  readonly op: string
  readonly words: string
  answered: boolean
}

const writers = 4

/**
 * Lets several people write to one board of the demo, ends the server with kill −9 somewhere in between, starts it again,
 * sends again what got no answer (as a device does), and looks at the board: each entry once.
 */
export async function crashRuns(
  database: Pick<ServerWanted, 'folder' | 'databaseUrl'>,
  runs: number,
  progress: (run: number) => void,
): Promise<CrashResult> {
  const wanted: ServerWanted = { ...database, env: { KANTELPUNT_DEMO: '1', REQUESTS_PER_MINUTE: '1000000' } }
  const lost: string[] = []
  const doubled: string[] = []
  let acknowledged = 0
  let unanswered = 0
  for (let run = 1; run <= runs; run++) {
    progress(run)
    let server = await startServer(wanted)
    const { cookie, board } = await enter(server)
    const written: Written[] = []
    let writing = true
    const people = Array.from({ length: writers }, async (_, person) => {
      for (let index = 0; writing; index++) {
        const entry = { op: randomUUID(), words: `proef ${run} ${person} ${index} ${randomUUID()}`, answered: false }
        written.push(entry)
        entry.answered = await send(server, cookie, board, entry)
      }
    })
    await wait(30 + Math.random() * 500)
    await server.kill()
    writing = false
    await Promise.all(people)
    server = await startServer(wanted)
    const waiting = written.filter((entry) => !entry.answered)
    acknowledged += written.length - waiting.length
    unanswered += waiting.length
    // Looked at before anything is sent again: what was acknowledged must stand by itself.
    const afterCrash = await read(server, cookie, board)
    lost.push(
      ...written.filter((entry) => entry.answered && !afterCrash.includes(entry.words)).map(({ words }) => words),
    )
    for (const entry of waiting) {
      if (!(await send(server, cookie, board, entry))) lost.push(`${entry.words} (sent again)`)
    }
    const page = await read(server, cookie, board)
    for (const { words } of written) {
      const times = page.split(`>${words}<`).length - 1
      if (times > 1) doubled.push(words)
      if (times === 0) lost.push(words)
    }
    await server.stop()
  }
  return { acknowledged, unanswered, lost: [...new Set(lost)], doubled }
}

async function enter(server: RunningServer): Promise<{ cookie: string; board: string }> {
  const teacher = personas[1]
  if (teacher === undefined) throw new Error('The demo has no teacher.')
  const answer = await fetch(`${server.origin}/sign-in/as`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ person: teacher.id }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const board = await fetch(`${server.origin}/s/de-waterlelie/teams/onderbouw/board`, { headers: { cookie } })
  return { cookie, board: new URL(board.url).pathname }
}

/** Whether the server acknowledged it. */
async function send(server: RunningServer, cookie: string, board: string, { op, words }: Written): Promise<boolean> {
  try {
    const answer = await fetch(`${server.origin}${board}/successes`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin', accept: 'text/vnd.turbo-stream.html' },
      body: new URLSearchParams({ description: words, _op: op }),
    })
    await answer.text()
    return answer.status < 400
  } catch {
    return false
  }
}

async function read(server: RunningServer, cookie: string, board: string): Promise<string> {
  return (await fetch(server.origin + board, { headers: { cookie } })).text()
}
