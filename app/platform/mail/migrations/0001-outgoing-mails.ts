import type { Migration } from '../../database/migrate.ts'
import { systemTable } from '../../database/tenant-table.ts'

export const outgoingMails: Migration = {
  name: 'mail/0001-outgoing-mails',
  sql: `
    create table outgoing_mails (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      text text not null,
      html text not null,
      created_at timestamptz not null,
      -- Only the demo keeps what was sent, for its mailbox.
      sent_at timestamptz
    );
    create index outgoing_mails_created on outgoing_mails (created_at);
    ${systemTable('outgoing_mails')}
    -- Whoever may do something may write a letter about it; nobody reads another's letters.
    create policy outgoing_mails_write on outgoing_mails for insert to kantelpunt_app with check (true);
    grant insert on outgoing_mails to kantelpunt_app;
  `,
}
