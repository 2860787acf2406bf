"""Addresses of signing (签名): the applicant's, the signers' and the clerks'."""

from django.urls import path

from gaoxing.office.frontdesk.views import signer, signing

urlpatterns = [
    path("draft/signing", signing.overview, name="signing"),
    path("draft/signing/ask", signing.ask, name="signing_ask"),
    path("draft/signing/paper", signing.on_paper, name="signing_paper"),
    path("staff/cases/<str:number>/signatures", signing.handled_overview, name="queue_signatures"),
    path("staff/cases/<str:number>/signatures/see", signing.see, name="queue_signatures_see"),
    path("sign", signer.page, name="sign"),
    path("sign/identity", signer.prove, name="sign_identity"),
    path("sign/confirm", signer.confirm, name="sign_confirm"),
    path("sign/object", signer.object_to, name="sign_object"),
    path("sign/leave", signer.leave, name="sign_leave"),
    path("sign/papers/<int:place>/<int:page>.png", signer.picture, name="sign_picture"),
    path("sign/<str:token>", signer.opened, name="sign_link"),
]
