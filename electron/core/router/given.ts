import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const givenRoutes = ({ given }: Implementer, seat: Seat) => ({
  given: {
    part: given.part.handler(({ input: { token, part } }) => ({
      token: seat.application.received.add(token, Buffer.from(part, 'base64')),
    })),
    firstPictures: given.firstPictures.handler(async ({ input }) => {
      const { told, shotIds } = await seat.deciding.takeFirstPictures(input.pictures, input.shotId);
      return { told: [...told], shotIds: [...shotIds] };
    }),
  },
});
