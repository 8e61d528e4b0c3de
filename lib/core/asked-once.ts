import { AsyncLocalStorage } from "node:async_hooks";
import type { PrismaClient } from "@/prisma/generated/client";

const answers = new AsyncLocalStorage<Map<string, Promise<unknown>>>();

/** Within this work the same question is asked of Postgres once. Only for what is read in one transaction. */
export const askingOnce = <T>(work: () => Promise<T>): Promise<T> => answers.run(new Map(), work);

/** Leaves `askingOnce`: what is changed is asked anew. */
export const askingAnew = <T>(work: () => Promise<T>): Promise<T> => answers.exit(work);

/** A client that asks nothing twice within `askingOnce`, nor for rows out of an empty list. */
export const asksOnce = (client: PrismaClient): PrismaClient =>
  client.$extends({
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          const given = answers.getStore();
          if (!given || !/^(find|count)/.test(operation)) return query(args);
          if (operation === "findMany" && wantsNothing(args)) return [];
          const question = `${model} ${operation} ${JSON.stringify(args)}`;
          if (!given.has(question)) given.set(question, query(args));
          const answer = await given.get(question);
          // Whoever turns their list around turns nobody else's.
          return Array.isArray(answer) ? [...answer] : answer;
        },
      },
    },
  }) as unknown as PrismaClient;

const wantsNothing = (args: { where?: object }) =>
  Object.values(args.where ?? {}).some((wish) => Array.isArray(wish?.in) && wish.in.length === 0);
