{{- define "flightlog.clusterName" -}}
{{- default (printf "%s-postgres" (include "flightlog.fullname" .)) .Values.database.cloudnativepg.clusterName -}}
{{- end -}}

{{- define "flightlog.databaseUrl" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
{{- printf "jdbc:postgresql://%s-rw:5432/%s" (include "flightlog.clusterName" .) .Values.database.cloudnativepg.database -}}
{{- else -}}
{{- if regexMatch "@|[?&](user|password)=" .Values.database.external.url -}}
{{- fail "database.external.url: no user or password in the URL; put them into the Secret that database.external.existingSecret names" -}}
{{- end -}}
{{- .Values.database.external.url -}}
{{- end -}}
{{- end -}}

{{- /* User and password: from the Secret you made, or from the one CloudNativePG's operator makes. */ -}}
{{- define "flightlog.databaseEnv" -}}
{{- $secret := .Values.database.external.existingSecret -}}
{{- $keys := .Values.database.external.keys -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
{{- $secret = printf "%s-app" (include "flightlog.clusterName" .) -}}
{{- $keys = dict "username" "username" "password" "password" -}}
{{- end -}}
- name: FLIGHTLOG_DATABASE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.username }}
- name: FLIGHTLOG_DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.password }}
{{- end -}}
