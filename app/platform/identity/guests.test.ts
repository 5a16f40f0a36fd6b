import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onBothEngines } from '../database/testing.ts'
import { platformMigrations as migrations } from '../migrations.ts'
import { anyMemberOrGuest, everyone } from '../web/access.ts'
import type { Route } from '../web/route.ts'
import { deKlimboom, deWaterlelie } from './demo-people.ts'
import { createGuest, endGuests, setGuestCookie } from './guests.ts'
import { identityDemo } from './identity-demo.ts'
import { forgetWhatEnded } from './identity-jobs.ts'
import { openHouse, systemRows } from './testing.ts'

const hour = 3600_000

onBothEngines('a guest', migrations, (database) => {
  let now = new Date()
  const scope = { kind: 'person', userId: null, organisationIds: [deWaterlelie.id] } as const
  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/join/:kind',
      access: everyone,
      async handle(c) {
        const kind = c.req.param('kind') === 'pupil' ? 'pupil' : 'session'
        const expiresAt = new Date(now.getTime() + hour)
        const { newId } = c.var.services
        const pass = await database().run(scope, (trx) =>
          createGuest(trx, {
            organisationId: deWaterlelie.id,
            kind,
            about: 'session:1',
            name: 'Oma',
            expiresAt,
            now,
            newId,
          }),
        )
        setGuestCookie(c, pass)
        return c.text(pass.id)
      },
    },
    {
      method: 'GET',
      path: '/s/:organisation/session',
      access: anyMemberOrGuest('session'),
      handle: (c) => c.text('in'),
    },
    { method: 'GET', path: '/s/:organisation/class', access: anyMemberOrGuest('pupil'), handle: (c) => c.text('in') },
  ]
  const open = async (origin?: string) => {
    now = new Date()
    await identityDemo({ db: database(), clock: () => now })
    return openHouse({ database: database(), routes, clock: () => now, ...(origin ? { settings: { origin } } : {}) })
  }

  it('is let in by a pass of the right kind, at that school, until it ends', async () => {
    const house = await open()
    const guest = house.browser()
    await guest.post('/join/session')
    expect((await guest.get('/s/de-waterlelie/session')).body).toBe('in')
    expect((await guest.get('/s/de-waterlelie/class')).status).toBe(303)
    expect((await guest.get(`/s/${deKlimboom.slug}/session`)).status).toBe(303)
    now = new Date(now.getTime() + hour)
    expect((await guest.get('/s/de-waterlelie/session')).status).toBe(303)
  })

  it('gets a cookie that scripts and other websites can not use', async () => {
    const house = await open('https://kantelpunt.example')
    const { answer } = await house.browser().post('/join/pupil')
    const [cookie = ''] = answer.headers.getSetCookie()
    for (const attribute of ['kantelpunt_guest=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Expires=']) {
      expect(cookie).toContain(attribute)
    }
  })

  it('is out when the thing is over', async () => {
    const house = await open()
    const guest = house.browser()
    await guest.post('/join/session')
    await database().run(scope, (trx) => endGuests(trx, deWaterlelie.id, { about: 'session:1' }))
    expect((await guest.get('/s/de-waterlelie/session')).status).toBe(303)
  })

  it('is forgotten after the pass has ended, as are sessions and links', async () => {
    const house = await open()
    await house.browser().post('/join/session')
    const count = () =>
      systemRows(
        database(),
        sql`select (select count(*)::int from guests) as guests,
      (select count(*)::int from sessions) as sessions, (select count(*)::int from verifications) as links`,
      )
    const ended = new Date(now.getTime() - 1)
    await systemRows(
      database(),
      sql`insert into sessions (id, token, user_id, expires_at, created_at, updated_at)
      select gen_random_uuid(), 'ended', id, ${ended}, ${ended}, ${ended} from users limit 1`,
    )
    await systemRows(
      database(),
      sql`insert into verifications values ('1', 'x', 'y', ${ended}, ${ended}, ${ended}), ('2', 'x', 'y', ${new Date(now.getTime() + hour)}, ${now}, ${now})`,
    )
    await forgetWhatEnded({ db: database(), clock: () => now })
    expect(await count()).toMatchObject([{ sessions: 0, links: 1 }])
    const [before] = (await count()) as readonly { guests: number }[]
    expect(before?.guests).toBeGreaterThan(0)
    await forgetWhatEnded({ db: database(), clock: () => new Date(now.getTime() + 2 * hour) })
    expect(await count()).toEqual([{ guests: 0, sessions: 0, links: 0 }])
  })
})
