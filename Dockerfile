# docker build -t pb .
# docker run --rm   -e ConnectionStrings__PB=... pb migrate
# docker run -p 8080:8080 -v pb-keys:/keys -e ConnectionStrings__PB=... pb
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/PB.Tally/PB.Tally.csproj src/PB.Tally/packages.lock.json src/PB.Tally/
COPY src/PB/PB.csproj src/PB/packages.lock.json src/PB/
COPY src/PB.Web/PB.Web.csproj src/PB.Web/packages.lock.json src/PB.Web/
RUN dotnet restore src/PB.Web --locked-mode
COPY src src
RUN dotnet publish src/PB.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libvips-tools \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -m 0700 -o "$APP_UID" -g "$APP_UID" /keys
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080 PB__KeyFolder=/keys
VOLUME /keys
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["dotnet", "PB.Web.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "PB.Web.dll"]
CMD ["serve"]
