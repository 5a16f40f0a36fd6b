import type { Child, Html } from '#html'
import { Icon } from '../icons/icon.tsx'
import { Mark } from '../icons/mark.tsx'
import { text } from '../text.ts'
import { Avatar } from './avatar.tsx'
import type { Frame, FrameLink } from './frame.ts'
import { Menu } from './menu.tsx'

interface BarProps {
  readonly frame: Frame
  readonly navigation: boolean
  readonly where?: Child
  readonly end?: Child
}

/** The top of the page: the mark, where you are, where you can go, who you are. */
export function Bar({ frame, navigation, where, end }: BarProps): Html {
  const words = text(frame.locale)
  const { organisation, person } = frame
  const current = linkHere(frame)
  return (
    <header class="bar">
      <a class="mark" href={organisation?.href ?? '/'} aria-label={words.home}>
        <Mark />
        {where === undefined && <span>Kantelpunt</span>}
      </a>
      {where !== undefined ? (
        <div class="where">{where}</div>
      ) : (
        organisation && (
          <div class="where">
            <a href={organisation.href}>{organisation.name}</a>
          </div>
        )
      )}
      {navigation && frame.navigation.length > 0 && (
        <nav class="nav main" aria-label={words.navigation}>
          {frame.navigation.map((link) => (
            <a href={link.href} aria-current={link === current ? 'page' : undefined}>
              {link.icon && <Icon name={link.icon} />}
              {link.label}
            </a>
          ))}
        </nav>
      )}
      <div class="end">
        {end}
        {end === undefined && person && (
          <Menu label={words.you} summary={<Avatar name={person.name} />}>
            <p class="soft small">{person.name}</p>
            {person.links.map((link) => (
              <a href={link.href}>
                {link.icon && <Icon name={link.icon} />}
                {link.label}
              </a>
            ))}
            <form method="post" action="/sign-out">
              <button type="submit" data-action="entries#leave">
                <Icon name="logout" />
                {words.signOut}
              </button>
            </form>
          </Menu>
        )}
      </div>
    </header>
  )
}

/** The link whose page this is, or that this page lies deepest under. */
function linkHere({ here, navigation }: Frame): FrameLink | undefined {
  const path = here.split(/[?#]/)[0] ?? ''
  const above = navigation.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  return above.sort((a, b) => b.href.length - a.href.length)[0]
}
