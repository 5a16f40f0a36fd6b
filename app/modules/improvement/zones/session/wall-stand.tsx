import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Avatar, Button, ButtonLink, Menu } from '../../../../platform/ui/index.ts'
import { firstName } from '../../action.ts'
import { cardInTurn, type OpenSession, stepNamed } from '../../session.ts'
import { neighbours } from '../../session-place.ts'
import { fieldOfRole, type RoleName, roleNames } from '../../session-roles.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

/** The foot of the big screen: who does what, back, and the one thing to do next. */
export function WallStand(props: ZoneProps): Html {
  const { session, locale, path, audience } = props
  const words = sessionText(locale)
  if (session === null || audience !== 'writes') {
    return (
      <div id={zoneId('stand')} class="session-stand">
        {session !== null && <p class="soft grow">{words.wall.readsOnly}</p>}
        <ButtonLink kind="quiet" href={path}>
          {words.wall.toBoard}
        </ButtonLink>
      </div>
    )
  }
  const { before, after } = neighbours(session.step)
  const waiting = cardWaits(props, session)
  return (
    <div id={zoneId('stand')} class="session-stand">
      <ul class="role-menus">
        {roleNames.map((role) => (
          <li>
            <RoleMenu {...props} session={session} role={role} />
          </li>
        ))}
      </ul>
      {before === null && (
        <ButtonLink kind="quiet" href={path}>
          {words.wall.toBoard}
        </ButtonLink>
      )}
      <form class="row" method="post" action={`${path}/session/step`} data-entry>
        {before !== null && (
          <Button kind="quiet" size="big" name="step" value={session.step - 1}>
            {words.back}
          </Button>
        )}
        {after !== null && (
          <Button
            kind={waiting ? 'quiet' : 'main'}
            size="big"
            iconAfter="arrow-right"
            name="step"
            value={session.step + 1}
          >
            {words.to[after]}
          </Button>
        )}
      </form>
      {after === null && (
        <ButtonLink kind="main" size="big" iconAfter="arrow-right" href={`${path}/session/finish?wall`}>
          {words.finish}
        </ButtonLink>
      )}
    </div>
  )
}

/** Whether a goal or an action of this step still has its turn: then that is the thing to do, not going on. */
function cardWaits({ data }: ZoneProps, session: OpenSession): boolean {
  const waiting = { ...session, focusId: null }
  switch (stepNamed(session.step)) {
    case 'goals':
      return data.goals.filter(({ id }) => !session.seenIds.includes(id)).length > 1
    case 'actions':
      return (
        cardInTurn(
          data.actions.filter(({ state }) => state === 'open'),
          waiting,
        ) !== null
      )
    default:
      return false
  }
}

interface RoleMenuProps extends ZoneProps {
  readonly session: OpenSession
  readonly role: RoleName
}

/** Who has a role; pressed, everybody who could have it, and that this person is not here. */
function RoleMenu({ locale, path, data, session, role }: RoleMenuProps): Html {
  const words = sessionText(locale)
  const holder = data.team.find((colleague) => colleague.id === session[fieldOfRole[role]])
  const name = holder ? firstName(holder.name) : words.nobody
  const others = data.team.filter((colleague) => colleague !== holder)
  return (
    <Menu
      label={words.wall.roleMenu(words.roles[role], name)}
      align="start"
      summary={
        <span class="role">
          <b>{name}</b>
          <span>{words.roles[role]}</span>
        </span>
      }
    >
      <form method="post" action={`${path}/session/roles`} data-entry>
        {holder && (
          <button type="submit" name="absent" value={holder.id}>
            {words.wall.absent(name)}
          </button>
        )}
        <input type="hidden" name="role" value={role} />
        {others.map((colleague) => (
          <button type="submit" name="person" value={colleague.id}>
            <Avatar name={colleague.name} />
            {colleague.name}
          </button>
        ))}
      </form>
    </Menu>
  )
}
