# The server with its pages, its seed and Bolt. compose.yaml builds it; src/OPERATIONS.md tells of it.

FROM node:22-slim AS pages
WORKDIR /client
COPY client/package.json client/package-lock.json client/.npmrc ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY client/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /source
COPY . .
COPY --from=pages /client/dist client/dist
RUN dotnet publish src/NetworkMap.Server -c Release -o /app -nologo -p:Neo4jDriver=true -p:SkipClient=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server /app .
COPY graph-seed graph-seed
# What the servers share: the master key, sessions and the steward's link. A new volume takes this owner over.
RUN mkdir /data && chown $APP_UID /data
ENV data=/data
USER $APP_UID
EXPOSE 5080
ENTRYPOINT ["dotnet", "NetworkMap.Server.dll", "--urls", "http://*:5080"]
