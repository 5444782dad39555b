{{- /* The only paths that are reachable from outside, for Ingress and HTTPRoute alike. */ -}}
{{- define "flightlog.publicPaths" -}}
exact:
  - /
  - /webhooks/github
  - /openapi.yml
  - /portfolio
  - /logout
prefix:
  - /api
  - /setup
  - /schemas
  - /orgs
  - /account
  - /login
  - /assets
{{- end -}}
