{{- /* The App's credentials; nothing at all in setup mode. */ -}}
{{- define "flightlog.githubEnv" -}}
{{- $secret := .Values.github.existingSecret -}}
{{- $keys := .Values.github.keys -}}
- name: FLIGHTLOG_GITHUB_APP_ID
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.appId }}
- name: FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE
  value: /etc/flightlog/github/private-key.pem
- name: FLIGHTLOG_GITHUB_WEBHOOK_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.webhookSecret }}
- name: FLIGHTLOG_GITHUB_WEBHOOK_SECRET_PREVIOUS
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.previousWebhookSecret }}
      optional: true
- name: FLIGHTLOG_GITHUB_CLIENT_ID
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.clientId }}
      optional: true
- name: FLIGHTLOG_GITHUB_CLIENT_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $keys.clientSecret }}
      optional: true
{{- end -}}

{{- /* A secret typed into the values would end up in Helm's release history: refused. */ -}}
{{- define "flightlog.extraEnv" -}}
{{- range .Values.extraEnv -}}
{{- if and (hasKey . "value") (regexMatch "(SECRET|PASSWORD|TOKEN|PRIVATE_KEY)" .name) (not (hasSuffix "_FILE" .name)) -}}
{{- fail (printf "extraEnv: %s looks like a secret; give it by valueFrom.secretKeyRef, not as a value" .name) -}}
{{- end -}}
{{- end -}}
{{- toYaml .Values.extraEnv -}}
{{- end -}}
