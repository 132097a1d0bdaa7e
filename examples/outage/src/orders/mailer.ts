import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Order } from './place-order.ts';

/** Sends the mails that customers get. */
export class Mailer {
  private readonly region = 'us-east-1';
  // No retries: a customer must not get the same mail twice.
  private readonly ses = new SESClient({ region: this.region, maxAttempts: 1 });

  async confirm(order: Order): Promise<void> {
    await this.ses.send(
      new SendEmailCommand({
        Source: 'orders@shop.example',
        Destination: { ToAddresses: [order.email] },
        Message: {
          Subject: { Data: `Your order ${order.id}` },
          Body: { Text: { Data: `We charged ${(order.cents / 100).toFixed(2)} EUR. Thank you!` } },
        },
      }),
    );
  }
}
