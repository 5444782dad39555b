{{- /* The only paths that are reachable from outside, for Ingress and HTTPRoute alike. */ -}}
{{- define "flightlog.publicPaths" -}}
exact:
  - /webhooks/github
  - /openapi.yml
prefix:
  - /api
  - /setup
  - /schemas
{{- end -}}
