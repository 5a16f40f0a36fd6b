import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Avatar, CardButton } from '../../ui/index.ts'
import { everyone } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { refuse } from '../../web/refuse.tsx'
import type { Route } from '../../web/route.ts'
import { startSession } from '../auth/start-session.ts'
import { personas } from '../demo-people.ts'
import { returnPath } from './return-path.ts'
import { text } from './text.ts'

/** One press signs in as somebody of the demo. */
export function Personas({ locale, to }: { readonly locale: Locale; readonly to: string }): Html {
  const words = text(locale).personas
  return (
    <section class="stack" aria-labelledby="personas">
      <h2 id="personas">{words.title}</h2>
      <p>{words.intro}</p>
      <form method="post" action="/sign-in/as" class="grid">
        <input type="hidden" name="to" value={to} />
        {personas.map((persona) => (
          <CardButton
            name="person"
            value={persona.id}
            before={<Avatar name={persona.name} />}
            title={persona.name}
            note={persona.is[locale]}
          />
        ))}
      </form>
    </section>
  )
}

/** The demo's door. Outside the demo this route is not there at all. */
export const personaRoute: Route = {
  method: 'POST',
  path: '/sign-in/as',
  access: everyone,
  demo: true,
  async handle(c: WebContext) {
    // A second lock, should the route ever be mounted by mistake.
    if (!c.var.services.settings.demo) return refuse(c, 'not-found')
    const body = await c.req.parseBody()
    const persona = personas.find(({ id }) => id === body.person)
    if (persona === undefined) return refuse(c, 'not-found')
    await startSession(c, persona.id, { strong: true })
    return c.redirect(returnPath(body.to), 303)
  },
}
