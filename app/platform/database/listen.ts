import pg from 'pg'

const heartbeat = 30_000
const firstPause = 250
const longestPause = 5_000

/**
 * Listens on a channel of a PostgreSQL server with a connection of its own, and makes a new one when that is lost: the
 * server was restarted, or the network swallowed it (a query every 30 s finds that out). What was sent in between is
 * gone, so `reconnected` is called after each new connection. Rejects when the first one can't be made.
 */
export async function listen(
  url: string,
  channel: string,
  heard: (payload: string) => void,
  reconnected: () => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, query_timeout: 10_000 })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    // Each error is followed by an end, which is what we act on.
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await end(client)
      throw error
    }
    if (stopped) return end(client)
    current = client
    const beat = setInterval(() => void client.query('select 1').catch(() => end(client)), heartbeat)
    client.once('end', () => {
      clearInterval(beat)
      current = undefined
      if (!stopped) retry(firstPause)
    })
  }

  const retry = (pause: number): void => {
    timer = setTimeout(() => {
      connect().then(
        () => {
          if (!stopped) reconnected()
        },
        () => {
          if (!stopped) retry(Math.min(pause * 2, longestPause))
        },
      )
    }, pause)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    if (current !== undefined) await end(current)
  }
}

async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => {})
}
