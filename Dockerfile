# docker build -t wenji . && docker run --rm -p 3000:3000 wenji
ARG NODE_VERSION=24

# Installs, and compiles jieba where no binary is to be had. The same system as below: the binary is linked against it.
FROM node:${NODE_VERSION}-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/jieba.mjs ./scripts/
RUN npm ci \
 && node scripts/jieba.mjs \
 && npm prune --omit=dev \
 && node -e "require('nodejieba'); require('@photostructure/sqlite')"

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY scripts ./scripts
COPY corpus ./corpus
COPY src ./src
RUN node scripts/compile.mjs
# What must survive the container; a named volume takes over the owner.
RUN install -d -o node -g node -m 700 /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: signals reach it, and it stops when it has finished its answers.
CMD ["node", ".dist/server.js"]
