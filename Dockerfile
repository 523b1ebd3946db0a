# Verbatim in a container: production packages alone, nothing to build, no rights to speak of.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package has to run anything when it is installed.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production OPERATIONS=9464
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY knowledge knowledge
COPY commands commands
COPY src src
# The one folder that is written to: the store and the indexes.
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
